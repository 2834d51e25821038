namespace OptOutGuide.Content.Guides;

/// <summary>A step as a page of its own: one thing to do, without notes and without what stands in a box <c>more</c>.</summary>
/// <param name="Screen">The first picture of the step; null where it has none.</param>
/// <param name="Text">What stands before the button, or all where there is none.</param>
/// <param name="Button">The paragraph of the step that is only a link; null where it has none.</param>
/// <param name="Rest">What stands behind the button.</param>
/// <param name="Seen">The box <c>see</c>.</param>
/// <param name="Problem">The box <c>else</c> and the other pictures, for when it does not work.</param>
/// <param name="HasForeignLabels">Whether it names a label that was not seen in the language of the guide.</param>
public sealed record StepPage(ScreenSketch? Screen, Html Text, StepButton? Button, Html Rest, Html Seen, IReadOnlyList<ContentPart> Problem, bool HasForeignLabels);

/// <param name="Words">The words of the link.</param>
public sealed record StepButton(string Words, OutsideLink Link);
