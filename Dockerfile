# The SDK of global.json: packages.lock.json names the Blazor script of this SDK.
# In production name both images by digest, as "docker buildx imagetools inspect" prints it.
FROM mcr.microsoft.com/dotnet/sdk:10.0.401-noble AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY .config .config
COPY src src
COPY content content
# On another processor than x64 add -p:PublishReadyToRun=false: packages.lock.json names x64 alone.
RUN dotnet publish src/OptOutGuide --configuration Release --output /app -p:RestoreLockedMode=true && mkdir /keys
# The site starts sooner with content that is known to be without problems.
RUN dotnet /app/OptOutGuide.dll check --record /app/content-check.json
# The bill of materials (CycloneDX), beside the program.
RUN dotnet tool restore && dotnet CycloneDX src/OptOutGuide/OptOutGuide.csproj --output /app --filename bom.json --output-format Json --disable-package-restore

# No shell, no package manager, no root; "extra" contains the time zones and cultures for dates.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app ./
# An empty folder owned by the site's user: a new volume mounted here gets the same owner.
COPY --from=build --chown=$APP_UID /keys /keys
# DOTNET_EnableDiagnostics=0: nothing is written to /tmp; no debugger can attach and no dump be taken.
ENV ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_EnableDiagnostics=0
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s CMD ["dotnet", "OptOutGuide.dll", "health"]
ENTRYPOINT ["dotnet", "OptOutGuide.dll"]
