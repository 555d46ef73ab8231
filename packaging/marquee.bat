@echo off
rem Starts Marquee: where its libraries lie beside this file, from those; otherwise from a clone of its repository, and
rem builds it first where there is no jar.
rem MARQUEE_MEMORY (such as 8g) sets how much memory it may use; MARQUEE_JAVA_OPTIONS adds options for Java.
rem Delayed expansion stays off: it would lose exclamation marks of folders and of what is passed on.
setlocal EnableExtensions DisableDelayedExpansion

rem Who double-clicks would not see why the window of the terminal closed: Explorer names this file in the command it gives.
set "CLICKED="
if "%~1"=="" call :clicked && set "CLICKED=yes"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME:"=%\bin\java.exe" set "JAVA=%JAVA_HOME:"=%\bin\java.exe"
set "VERSION="
for /f "tokens=3" %%v in ('call "%JAVA%" -version 2^>^&1 ^| %SystemRoot%\System32\find.exe " version "') do if not defined VERSION set "VERSION=%%~v"
set "MESSAGE=Marquee needs Java 17 or later, and there is none here: install a JDK or set JAVA_HOME."
if not defined VERSION goto :fail
set "MAJOR="
for /f "tokens=1 delims=.-+" %%v in ("%VERSION%") do set "MAJOR=%%v"
set "MESSAGE=Marquee needs Java 17 or later; this is Java %VERSION%. Install a newer JDK or set JAVA_HOME."
if %MAJOR% LSS 17 goto :fail

set "JAR="
if not exist "%~dp0lib\splash.png" goto :clone
set "LIB=%~dp0lib"
set "PICTURE=%~dp0lib\splash.png"
set "MESSAGE=This Marquee was packed for another system: get the zip for Windows."
if not exist "%~dp0lib\javafx-graphics-*-win*.jar" goto :fail
for /f "delims=" %%j in ('dir /b "%LIB%\marquee-*.jar"') do set "JAR=%LIB%\%%j"
goto :start

:clone
for %%d in ("%~dp0..") do set "ROOT=%%~fd"
set "LIB=%ROOT%\target\lib"
set "PICTURE=%ROOT%\assets\splash.png"
set "MESSAGE=The build failed; Maven's messages above say why."
for /f "delims=" %%j in ('dir /b "%ROOT%\target\marquee-*.jar" 2^>nul') do set "JAR=%ROOT%\target\%%j"
if not exist "%LIB%" set "JAR="
if not defined JAR call :build || goto :fail
for /f "delims=" %%j in ('dir /b "%ROOT%\target\marquee-*.jar" 2^>nul') do set "JAR=%ROOT%\target\%%j"

:start
set "MODULES="
for /f "delims=" %%j in ('dir /b "%LIB%\javafx-*.jar"') do call :module "%LIB%\%%j"
rem JavaFX stands in the wildcard too; Java takes it from the module path.
set "OPTIONS=--add-modules javafx.controls,jdk.incubator.vector"
if defined MARQUEE_MEMORY (set "OPTIONS=%OPTIONS% -Xmx%MARQUEE_MEMORY%") else (set "OPTIONS=%OPTIONS% -XX:MaxRAMPercentage=40")
if %MAJOR% GEQ 24 set "OPTIONS=%OPTIONS% --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow"
set "SPLASH="
if "%~1"=="" set SPLASH="-splash:%PICTURE%"
if not "%~1"=="" if exist "%~1" set SPLASH="-splash:%PICTURE%"
"%JAVA%" --module-path "%MODULES%" %OPTIONS% %SPLASH% %MARQUEE_JAVA_OPTIONS% -cp "%JAR%;%LIB%\*" io.marquee.Marquee %*
set "RESULT=%ERRORLEVEL%"
if not "%RESULT%"=="0" if defined CLICKED pause
exit /b %RESULT%

:fail
echo %MESSAGE% 1>&2
if defined CLICKED pause
exit /b 1

:clicked
setlocal EnableDelayedExpansion
set COMMAND=!CMDCMDLINE:"=!
set WITHOUT=!COMMAND:marquee.bat=!
if not "!WITHOUT!"=="!COMMAND!" exit /b 0
exit /b 1

:module
set "MODULES=%MODULES%%~1;"
exit /b 0

:build
echo Building Marquee; the first time this downloads its libraries and takes some minutes. 1>&2
pushd "%ROOT%"
where mvn >nul 2>nul
if errorlevel 1 (call mvnw.cmd -q -B -Dmaven.test.skip=true package 1>&2) else (call mvn -q -B -Dmaven.test.skip=true package 1>&2)
set "RESULT=%ERRORLEVEL%"
popd
exit /b %RESULT%
