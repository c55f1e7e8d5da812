package dev.elm4j.notebook;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of all modules, and the names that cells would trip over. */
class ArchitectureTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.elm4j");

    /** Packages that kernels import as a whole before the first cell, or that many cells import so. */
    private static final List<String> IMPORTED_BY_KERNELS = List.of(
            "java/util",
            "java/io",
            "java/math",
            "java/net",
            "java/time",
            "java/util/concurrent",
            "java/util/regex",
            "java/util/function",
            "java/util/stream",
            "java/util/prefs",
            "java/lang");

    private static final String[] CORE = {
        "archive", "environment", "operator", "search", "journal", "functions", "comparison"
    };
    private static final String[] LLM = {"model", "text", "prompting", "judge"};
    private static final String[] NOTEBOOK = {"notebook", "plot", "kernel"};

    private static String[] packages(String[]... modules) {
        return Stream.of(modules)
                .flatMap(Stream::of)
                .map(name -> "dev.elm4j." + name + "..")
                .toArray(String[]::new);
    }

    /** Classes of these packages see, of this project, only these others. */
    private static void seeOnly(String[] who, String[]... whom) {
        var allowed = new ArrayList<>(List.of(packages(whom)));
        Collections.addAll(allowed, packages(who));
        noClasses()
                .that()
                .resideInAnyPackage(packages(who))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.elm4j..")
                        .and(DescribedPredicate.not(
                                JavaClass.Predicates.resideInAnyPackage(allowed.toArray(String[]::new)))))
                .check(ALL);
    }

    private static String[] just(String... names) {
        return names;
    }

    @Test
    void allModulesAreLookedAt() {
        assertThat(ALL.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .contains("dev.elm4j.archive", "dev.elm4j.model", "dev.elm4j.local", "dev.elm4j.environments.opinions")
                .contains("dev.elm4j.plot", "dev.elm4j.kernel", "dev.elm4j.notebook");
    }

    @Test
    void modulesSeeOnlyThoseBelowThem() {
        seeOnly(CORE);
        seeOnly(LLM, CORE);
        seeOnly(just("local"), CORE, LLM);
        seeOnly(just("sandbox"), CORE);
        seeOnly(just("environments"), CORE, LLM, just("sandbox"));
    }

    @Test
    void whatRunsInsideTheSandboxSeesOnlyTheJdk() {
        noClasses()
                .that()
                .resideInAPackage("dev.elm4j.sandbox.worker..")
                .should()
                .dependOnClassesThat(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                        "dev.elm4j.sandbox.worker..", "java..", "javax.tools..", "com.sun.source..")))
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void howTiersAreStartedKnowsNothingOfRequestsAndResults() {
        seeOnly(just("sandbox.host"));
        seeOnly(just("sandbox.worker"));
    }

    @Test
    void processesAndContainersAreStartedInOnePlace() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.elm4j.sandbox..")
                .and()
                .resideOutsideOfPackage("dev.elm4j.sandbox.host..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.dockerjava..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .check(ALL);
    }

    @Test
    void insideCoreArrowsPointOneWay() {
        seeOnly(just("archive"));
        seeOnly(just("environment"), just("archive"));
        seeOnly(just("operator"), just("archive", "environment"));
        seeOnly(just("search"), just("archive", "environment", "operator"));
        seeOnly(just("journal"), just("archive", "environment", "operator", "search"));
        seeOnly(just("comparison"), just("archive", "environment", "operator", "search"));
    }

    @Test
    void insideTheNotebookPicturesKnowNoKernelAndKernelsKnowNoFacade() {
        seeOnly(just("plot"), CORE, LLM, just("environments", "sandbox"));
        seeOnly(just("kernel"), just("plot"));
    }

    @Test
    void onlyThePackageKernelTouchesKernels() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.elm4j.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dflib.jjava..", "io.github.spencerpark..")
                .check(ALL);
    }

    @Test
    void noKernelTypeIsInAPublicSignature() {
        var leaks = ALL.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.getSimpleName().equals("JJavaExtension"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> Stream.concat(
                                Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .anyMatch(type -> type.getPackageName().contains("jjava")
                                || type.getPackageName().contains("spencerpark")))
                .toList();
        assertThat(leaks).isEmpty();
    }

    @Test
    void processesAndContainersAreStartedInTheSandboxOnly() {
        noClasses()
                .that()
                .resideInAPackage("dev.elm4j..")
                .and()
                .resideOutsideOfPackages("dev.elm4j.sandbox.host..", "dev.elm4j.benchmarks..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.Process(Builder)?|com\\.github\\.dockerjava\\..*")
                .check(ALL);
    }

    @Test
    void filesHaveFewHomes() {
        noClasses()
                .that()
                .resideInAPackage("dev.elm4j..")
                .and()
                .resideOutsideOfPackages(
                        "dev.elm4j.journal..",
                        "dev.elm4j.local..",
                        "dev.elm4j.benchmarks..",
                        "dev.elm4j.sandbox.host..")
                .and()
                .doNotHaveFullyQualifiedName("dev.elm4j.sandbox.worker.Wire") // descriptor 0, no file
                .and(DescribedPredicate.not(
                        JavaClass.Predicates.belongToAnyOf(Runs.class, Models.class, ModelFiles.class)))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.nio\\.file\\.Files|java\\.io\\.(File|File(In|Out)putStream|RandomAccessFile"
                        + "|File(Reader|Writer))")
                .check(ALL);
    }

    @Test
    void theCoreHasJacksonAndForComparisonsARankTest() {
        classes()
                .that()
                .resideInAnyPackage(packages(CORE))
                .and()
                .resideOutsideOfPackage("dev.elm4j.comparison..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.elm4j..", "com.fasterxml.jackson..")
                .check(ALL);
        classes()
                .that()
                .resideInAPackage("dev.elm4j.comparison..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.elm4j..", "org.apache.commons.statistics.inference..")
                .check(ALL);
    }

    @Test
    void noPublicNameIsOneThatKernelsImport() throws IOException {
        Set<String> taken = taken();
        assertThat(taken).contains("List", "Timer", "BigDecimal", "URI", "Duration", "Flow", "Pattern", "Function");
        assertThat(publicNames(ALL.stream())).doesNotContainAnyElementsOf(taken);
    }

    @Test
    void noTwoPackagesThatCellsImportHaveTheSameName() {
        var names = ALL.stream()
                .filter(type -> cellPackages().contains(type.getPackageName()))
                .collect(Collectors.toList());
        assertThat(publicNames(names.stream())).doesNotHaveDuplicates();
    }

    private static List<String> cellPackages() {
        return List.of(
                "dev.elm4j.notebook",
                "dev.elm4j.archive",
                "dev.elm4j.environment",
                "dev.elm4j.operator",
                "dev.elm4j.search",
                "dev.elm4j.functions",
                "dev.elm4j.comparison",
                "dev.elm4j.prompting",
                "dev.elm4j.environments.opinions");
    }

    private static List<String> publicNames(Stream<JavaClass> types) {
        return types.filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
    }

    private static Set<String> taken() throws IOException {
        var names = new TreeSet<String>();
        var runtime = FileSystems.getFileSystem(URI.create("jrt:/"));
        for (String module : List.of("java.base", "java.prefs")) {
            for (String name : IMPORTED_BY_KERNELS) {
                Path folder = runtime.getPath("modules", module, name);
                if (Files.isDirectory(folder)) {
                    try (var files = Files.list(folder)) {
                        files.map(file -> file.getFileName().toString())
                                .filter(file -> file.endsWith(".class") && !file.contains("$"))
                                .map(file -> file.substring(0, file.length() - ".class".length()))
                                .filter(simple -> isPublic(name.replace('/', '.') + "." + simple))
                                .forEach(names::add);
                    }
                }
            }
        }
        return names;
    }

    private static boolean isPublic(String name) {
        try {
            return Modifier.isPublic(Class.forName(name, false, ClassLoader.getPlatformClassLoader())
                    .getModifiers());
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
