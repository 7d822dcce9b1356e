package com.ecom.signup;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may use whom, and what every class is. */
final class ArchitectureTest {
  private static final String BASE = "com.ecom.signup";

  /** Each package with those that it uses: no more, and none that it does not. */
  private static final Map<String, Set<String>> USES =
      Map.ofEntries(
          Map.entry("environment", Set.of()),
          Map.entry("template", Set.of()),
          Map.entry("problem", Set.of("template")),
          Map.entry("trace", Set.of()),
          Map.entry("database", Set.of("environment", "trace")),
          Map.entry("consent", Set.of("environment", "token")),
          Map.entry("chore", Set.of("database")),
          Map.entry("token", Set.of("database")),
          Map.entry("access", Set.of("chore", "database", "environment", "token")),
          Map.entry("audit", Set.of("chore", "database", "token")),
          Map.entry("batch", Set.of("database", "environment", "trace")),
          Map.entry("idempotency", Set.of("chore", "database")),
          Map.entry("event", Set.of("chore", "database", "environment", "trace")),
          Map.entry("customer", Set.of("database", "event", "idempotency")),
          Map.entry(
              "registration",
              Set.of(
                  "batch",
                  "consent",
                  "customer",
                  "database",
                  "environment",
                  "event",
                  "idempotency",
                  "mail",
                  "trace")),
          Map.entry("lookup", Set.of("batch", "customer", "database")),
          Map.entry("mail", Set.of("chore", "database", "erasure", "template", "token")),
          Map.entry("erasure", Set.of("consent", "customer", "database", "event")),
          Map.entry(
              "transfer",
              Set.of(
                  "chore", "customer", "database", "erasure", "event", "registration", "template")),
          Map.entry(
              "account",
              Set.of(
                  "care",
                  "chore",
                  "consent",
                  "customer",
                  "database",
                  "environment",
                  "erasure",
                  "mail",
                  "registration",
                  "template",
                  "token")),
          Map.entry(
              "confirmation",
              Set.of(
                  "batch",
                  "chore",
                  "consent",
                  "customer",
                  "database",
                  "environment",
                  "erasure",
                  "mail",
                  "registration",
                  "template",
                  "token")),
          Map.entry("care", Set.of("customer", "event", "registration")),
          Map.entry("merge", Set.of("consent", "customer", "erasure", "event", "registration")),
          Map.entry("abuse", Set.of("chore", "customer", "database", "environment", "token")),
          Map.entry("replay", Set.of("chore", "database", "event")),
          Map.entry("reconciliation", Set.of("chore", "customer", "database", "event")),
          Map.entry("page", Set.of("customer", "problem", "template")),
          Map.entry("metrics", Set.of("chore")),
          Map.entry("admission", Set.of()),
          Map.entry("memory", Set.of("chore")),
          Map.entry(
              "http",
              Set.of(
                  "abuse",
                  "access",
                  "account",
                  "admission",
                  "audit",
                  "care",
                  "confirmation",
                  "consent",
                  "customer",
                  "database",
                  "environment",
                  "erasure",
                  "event",
                  "idempotency",
                  "lookup",
                  "merge",
                  "metrics",
                  "page",
                  "problem",
                  "reconciliation",
                  "registration",
                  "replay",
                  "template",
                  "token",
                  "trace",
                  "transfer")),
          Map.entry("smtp", Set.of("environment", "mail")),
          Map.entry("aws", Set.of("database", "environment", "event", "mail")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void packagesUseWhomTheTableSays() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      String user = packageOf(type);
      if (!user.isEmpty()) {
        Set<String> used = found.computeIfAbsent(user, name -> new TreeSet<>());
        type.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(target -> target.getPackageName().startsWith(BASE))
            .map(ArchitectureTest::packageOf)
            .filter(name -> !name.equals(user))
            .forEach(used::add);
      }
    }
    assertThat(found).isEqualTo(USES);
  }

  /** The word after the base package; the base itself, where only Main lives, uses anybody. */
  private static String packageOf(JavaClass type) {
    return type.getPackageName().substring(BASE.length()).replaceFirst("^\\.", "");
  }

  @Test
  void nothingGoesInCircles() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothingThatIsDeployedKnowsTheLaptop() {
    noClasses().should().dependOnClassesThat().resideInAPackage(BASE + ".local..").check(CLASSES);
  }

  @Test
  void onlyAwsKnowsAws() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".aws")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk..")
        .check(CLASSES);
  }

  @Test
  void businessKnowsNoHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            BASE + ".admission", BASE + ".http", BASE + ".page", BASE + ".metrics")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..", "io.netty..")
        .check(CLASSES);
  }

  @Test
  void tablesBelongToOnePackageEach() {
    Map<String, String> owners =
        Map.ofEntries(
            Map.entry("customer.cust_registration", "customer"),
            Map.entry("customer.event", "event"),
            Map.entry("customer.idempotency_key", "idempotency"),
            Map.entry("customer.replay", "replay"),
            Map.entry("customer.reconciliation", "reconciliation"),
            Map.entry("customer.consent_wording", "consent"),
            Map.entry("customer.consent_entry", "consent"),
            Map.entry("customer.disposable_domain", "abuse"),
            Map.entry("customer.signing_key", "token"),
            Map.entry("customer.mail", "mail"),
            Map.entry("customer.account_access", "account"),
            Map.entry("customer.api_key", "access"),
            Map.entry("customer.operator_session", "access"),
            Map.entry("customer.audit_entry", "audit"),
            Map.entry("customer.merge", "merge"),
            Map.entry("customer.distinct_pair", "merge"),
            Map.entry("customer.erasure", "erasure"),
            Map.entry("customer.import", "transfer"),
            Map.entry("customer.import_refusal", "transfer"),
            Map.entry("customer.pending_registration", "confirmation"),
            Map.entry("customer.confirmation_token", "confirmation"));
    owners.forEach(
        (table, owner) ->
            assertThat(
                    SourceFiles.that(
                        text -> text.contains(table + "\n") || text.contains(table + " ")))
                .as("who names table " + table)
                .allSatisfy(file -> assertThat(file.toString()).contains("/" + owner + "/")));
  }

  @Test
  void dependenciesComeThroughConstructors() {
    fields().should().notBeAnnotatedWith(Inject.class).check(CLASSES);
    constructors()
        .that()
        .areDeclaredInClassesThat()
        .areNotRecords()
        .should()
        .haveRawParameterTypes(
            DescribedPredicate.describe("at most six", types -> types.size() <= 6))
        .check(CLASSES);
  }

  @Test
  void classesAreFinalRecordsInterfacesOrEnums() {
    classes()
        .that()
        .areTopLevelClasses()
        .and()
        .areNotInterfaces()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .orShould()
        .beEnums()
        .check(CLASSES);
  }

  @Test
  void atMostHalfOfTheTypesArePublic() {
    List<JavaClass> types = CLASSES.stream().filter(JavaClass::isTopLevelClass).toList();
    long open =
        types.stream().filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)).count();

    assertThat(open).isLessThanOrEqualTo(types.size() / 2);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(
            CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet()).stream()
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName))
        .isEmpty();
  }
}
