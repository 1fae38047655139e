package dev.postrider.testkit.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.haveSimpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Rules for every service; a module's test calls {@link #check} with its base package. */
public final class HouseRules {
    private static final List<String> EMPTY_NAMES = List.of("Impl", "Helper", "Manager", "Util", "Utils", "Service");

    private HouseRules() {}

    /** Checks the production classes below {@code basePackage} that stand on this class path. */
    public static void check(String basePackage) {
        JavaClasses production = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("/generated-sources/"))
                .importPackages(basePackage);
        rules(basePackage).forEach(rule -> rule.check(production));
    }

    private static Stream<ArchRule> rules(String basePackage) {
        return Stream.of(
                        Stream.of(
                                noEmptyNames(), constructorInjection(), typedConfiguration(), noWaiting(), noConsole()),
                        Stream.of(noCycles(basePackage), nullMarked(), noPublicState()))
                .flatMap(rules -> rules);
    }

    private static ArchRule noEmptyNames() {
        return EMPTY_NAMES.stream()
                .<ArchRule>map(ending -> classes()
                        .should(never(haveSimpleNameEndingWith(ending)))
                        .because("'" + ending + "' names no concept: call the class after what it does")
                        .allowEmptyShould(true))
                .reduce(HouseRules::both)
                .orElseThrow();
    }

    private static ArchRule constructorInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .because("a class says in its constructor what it needs")
                .allowEmptyShould(true);
    }

    private static ArchRule typedConfiguration() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.eclipse.microprofile.config.inject.ConfigProperty")
                .because("settings stand typed and described in the package's @ConfigMapping interface")
                .allowEmptyShould(true);
    }

    private static ArchRule noWaiting() {
        return noClasses()
                .should()
                .callMethod("io.smallrye.mutiny.Uni", "await")
                .orShould()
                .callMethod(CompletableFuture.class, "join")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .because("event loops never wait: chain, or use a thread and a queue of your own")
                .allowEmptyShould(true);
    }

    private static ArchRule noConsole() {
        return noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("services log")
                .allowEmptyShould(true);
    }

    private static ArchRule noCycles(String basePackage) {
        return slices().matching(basePackage + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("packages are read in the order of the flow: let the later one depend on the earlier")
                .allowEmptyShould(true);
    }

    private static ArchRule nullMarked() {
        return classes()
                .should(liveInNullMarkedPackage())
                .because("each package has a package-info.java with @NullMarked and one sentence: its promise");
    }

    private static ArchRule noPublicState() {
        return fields().that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areNotAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .beFinal()
                .because("state is changed by the class that owns it")
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> liveInNullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                events.add(new SimpleConditionEvent(
                        item, marked, item.getPackageName() + " has no package-info.java with @NullMarked"));
            }
        };
    }

    private static ArchCondition<JavaClass> never(ArchCondition<JavaClass> condition) {
        return com.tngtech.archunit.lang.conditions.ArchConditions.not(condition);
    }

    private static ArchRule both(ArchRule one, ArchRule other) {
        return com.tngtech.archunit.lang.CompositeArchRule.of(one).and(other);
    }
}
