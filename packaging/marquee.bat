@echo off
rem Starts Marquee: where its libraries lie beside this file, from those; otherwise from a clone of its repository, and
rem builds it first where there is no jar.
rem MARQUEE_MEMORY (such as 8g) sets how much memory it may use.
setlocal EnableExtensions EnableDelayedExpansion
set "ROOT=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"

set "VERSION="
for /f tokens^=2^ delims^=^" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /c:" version "') do if not defined VERSION set "VERSION=%%v"
if not defined VERSION (
    echo Marquee needs Java 17 or later, and there is none here: install a JDK or set JAVA_HOME. 1>&2
    exit /b 1
)
for /f "tokens=1 delims=.-+" %%v in ("%VERSION%") do set "MAJOR=%%v"
if %MAJOR% LSS 17 (
    echo Marquee needs Java 17 or later; this is Java %VERSION%. Install a newer JDK or set JAVA_HOME. 1>&2
    exit /b 1
)

set "JAR="
if exist "%~dp0lib\" (
    set "LIB=%~dp0lib"
    set "PICTURE=%~dp0lib\splash.png"
    if not exist "%~dp0lib\javafx-graphics-*-win*.jar" (
        echo This Marquee was packed for another system: get the zip for Windows. 1>&2
        exit /b 1
    )
    for %%j in ("%~dp0lib\marquee-*.jar") do set "JAR=%%~fj"
    goto :start
)
set "LIB=%ROOT%\target\lib"
set "PICTURE=%ROOT%\assets\splash.png"
for %%j in ("%ROOT%\target\marquee-*.jar") do set "JAR=%%~fj"
if not defined JAR call :build || exit /b 1
if not exist "%LIB%" call :build || exit /b 1
for %%j in ("%ROOT%\target\marquee-*.jar") do set "JAR=%%~fj"


:start
set "MODULES="
for %%j in ("%LIB%\javafx-*.jar") do set "MODULES=!MODULES!%%~fj;"
rem JavaFX stands in the wildcard too; Java takes it from the module path.
set "OPTIONS=--add-modules javafx.controls,jdk.incubator.vector"
if defined MARQUEE_MEMORY (set "OPTIONS=%OPTIONS% -Xmx%MARQUEE_MEMORY%") else (set "OPTIONS=%OPTIONS% -XX:MaxRAMPercentage=40")
if %MAJOR% GEQ 24 set "OPTIONS=%OPTIONS% --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow"
if "%~1"=="" set OPTIONS=%OPTIONS% "-splash:%PICTURE%"
"%JAVA%" --module-path "%MODULES%" %OPTIONS% -cp "%JAR%;%LIB%\*" io.marquee.Marquee %*
exit /b %ERRORLEVEL%

:build
echo Building Marquee; the first time this downloads its libraries and takes some minutes. 1>&2
pushd "%ROOT%"
where mvn >nul 2>nul
if errorlevel 1 (call mvnw.cmd -q -B -Dmaven.test.skip=true package 1>&2) else (call mvn -q -B -Dmaven.test.skip=true package 1>&2)
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" (
    echo The build failed; Maven's messages above say why. 1>&2
    exit /b 1
)
exit /b 0
