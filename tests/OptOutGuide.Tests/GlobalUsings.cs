global using OptOutGuide.Content;
global using OptOutGuide.Countdown;
global using OptOutGuide.Guides;
global using OptOutGuide.Links;
global using OptOutGuide.Localization;
global using OptOutGuide.MyList;
global using OptOutGuide.Shell;
global using OptOutGuide.Tests.Support;
