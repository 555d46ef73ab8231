package io.marquee;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The walls between the rooms. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.marquee");

    private static final String LAUNCHER = "io.marquee";
    private static final String UI = "io.marquee.ui..";
    private static final String CLI = "io.marquee.cli..";
    private static final String KERNEL = "io.marquee.kernel..";
    private static final String CHART = "io.marquee.chart..";
    private static final String DATA = "io.marquee.data..";

    @Test
    void roomsBelowTheWindowDoNotKnowJavaFx() {
        ArchRule rule = noClasses()
            .that().resideInAPackage("io.marquee..").and().resideOutsideOfPackages(UI, LAUNCHER)
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..",
                    "org.kordamp.ikonli..")
            .because("the same training must run in a terminal, a test and a child process, without a toolkit");
        rule.check(CLASSES);
    }

    @Test
    void nobodyUsesTheWindowButTheLauncher() {
        ArchRule rule = noClasses()
            .that().resideOutsideOfPackages(UI, LAUNCHER)
            .should().dependOnClassesThat().resideInAPackage(UI)
            .because("the window is the outermost room: what others need of it belongs further in");
        rule.check(CLASSES);
    }

    @Test
    void nobodyUsesTheTerminalButTheLauncher() {
        ArchRule rule = noClasses()
            .that().resideOutsideOfPackages(CLI, LAUNCHER)
            .should().dependOnClassesThat().resideInAPackage(CLI)
            .because("the terminal is the outermost room: what others need of it belongs further in");
        rule.check(CLASSES);
    }

    @Test
    void nobodyUsesTheLauncher() {
        ArchRule rule = noClasses()
            .that().resideInAPackage("io.marquee.*..")
            .should().dependOnClassesThat(resideInAPackage(LAUNCHER))
            .because("it only decides what to start");
        rule.check(CLASSES);
    }

    @Test
    void commandLinesAreParsedInTheTerminalOnly() {
        ArchRule rule = noClasses()
            .that().resideOutsideOfPackages(CLI, LAUNCHER)
            .should().dependOnClassesThat().resideInAnyPackage("picocli..", "me.tongfei.progressbar..")
            .because("options and progress bars are the terminal's way to talk to people");
        rule.check(CLASSES);
    }

    @Test
    void librariesOfOneRoomStayInIt() {
        ArchRule rule = noClasses()
            .that().resideOutsideOfPackages("io.marquee.map..", "io.marquee.export..", "io.marquee.serve..")
            .should().dependOnClassesThat().resideInAnyPackage("tagbio..", "onnx..", "com.sun.net.httpserver..")
            .because("UMAP, ONNX and HTTP are each one room's way to do its work and can be replaced there");
        rule.check(CLASSES);
    }

    @Test
    void noRoomBelowKnowsWhichProcessTrains() {
        ArchRule rule = noClasses()
            .that().resideOutsideOfPackages("io.marquee.isolate..", UI, CLI)
            .should().dependOnClassesThat().resideInAPackage("io.marquee.isolate..")
            .because("a run is the same run in this process and in another; only who starts it chooses");
        rule.check(CLASSES);
    }

    @Test
    void roomsDoNotGoInCircles() {
        ArchRule rule = slices().matching("io.marquee.(*)..")
            .should().beFreeOfCycles()
            .because("data flows one way: data, model, train, recommend, then the window and the terminal");
        rule.check(CLASSES);
    }

    @Test
    void kernelKnowsNoOtherRoom() {
        ArchRule rule = classes()
            .that().resideInAPackage(KERNEL)
            .should().onlyDependOnClassesThat(
                    resideInAnyPackage(KERNEL, "java..", "jdk.incubator.vector..", "org.slf4j.."))
            .because("arithmetic on arrays can be tested and timed without data, and without DL4J");
        rule.check(CLASSES);
    }

    @Test
    void chartsKnowNoOtherRoom() {
        ArchRule rule = noClasses()
            .that().resideInAPackage(CHART)
            .should().dependOnClassesThat(resideInAPackage("io.marquee..").and(not(resideInAPackage(CHART))))
            .because("a curve is numbers: who drew it from what is not its business");
        rule.check(CLASSES);
    }

    @Test
    void dataKnowsNoOtherRoom() {
        ArchRule rule = noClasses()
            .that().resideInAPackage(DATA)
            .should().dependOnClassesThat(
                    resideInAPackage("io.marquee..").and(not(
                            resideInAnyPackage(DATA, KERNEL))))
            .because("ratings come first: they know nothing of who learns from them");
        rule.check(CLASSES);
    }
}
