package com.ecom.signup.benchmark;

import com.ecom.signup.local.Training;
import com.ecom.signup.local.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that a measurement needs, started once: database, stand-in for AWS, generators. */
final class Bench {

  private static final int SERIES_A_RUN = 1000;
  private static final int TASK_SECONDS = 600;

  private final Project project;
  private final Plan plan;
  private final Children children;
  private final Path folder;
  private final Store store;
  private final StandInProcess standIn;
  private final Generator generator;
  private int series = Address.FIRST_SERIES;

  private Bench(Project project, Plan plan, Cleanup cleanup) {
    this.project = project;
    this.plan = plan;
    folder = cleanup.add(WorkFolder.make("work")).path();
    Progress.begin("starting PostgreSQL and the stand-in for AWS");
    store = cleanup.add(Store.start());
    children = cleanup.add(new Children());
    standIn = StandInProcess.start(children, store.password());
    generator = new Generator(children, folder);
    Progress.end("done");
  }

  /** With a schema that the service made, and customers, and a copy of it all for pgbench. */
  static Bench open(Project project, Plan plan, Cleanup cleanup) {
    Bench bench = new Bench(project, plan, cleanup);
    bench.prepare();
    return bench;
  }

  private void prepare() {
    if (!project.artefact().exists()) {
      throw new WrongAnswer("The service is not built: " + project.artefact().folder());
    }
    if (!project.artefact().isTrained()) {
      Progress.begin("the service trains its AOT cache");
      Training.of(project.artefact());
      Progress.end("done");
    }
    Progress.begin("the service makes its schema");
    start(Launch.asShipped(project)).close();
    Progress.end("done");
    Filling.anew(store, EmbeddedDatabase.DATABASE, Plan.CUSTOMERS);
    store.copy(Store.COPY);
  }

  /** Starts the service and waits until it is ready. */
  Service start(Launch launch) {
    return launch(launch).awaitReady();
  }

  Service launch(Launch launch) {
    return Service.launch(project, children, launch, variables(), folder);
  }

  /**
   * Runs a task of the service's command line to its end.
   *
   * @return what it printed
   */
  String task(String... words) {
    List<String> command = new ArrayList<>(project.artefact().command());
    command.addAll(List.of(words));
    return generator.run(command, variables(), TASK_SECONDS).output();
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("ENV_CONFIG", "dev");
    variables.put("DB_HOST", "localhost");
    variables.put("DB_PORT", String.valueOf(store.port()));
    variables.put("DB_NAME", EmbeddedDatabase.DATABASE);
    variables.put("DB_USER", EmbeddedDatabase.USER);
    variables.put("DB_SECRET", AwsProgram.SECRET);
    variables.put("SNS_TOPIC_ARN", standIn.topic());
    variables.put("AWS_REGION", "us-east-1");
    variables.put("AWS_ENDPOINT_URL", standIn.endpoint());
    variables.put("QUARKUS_SHUTDOWN_DELAY", "0s");
    // As a load balancer, the generator names requests.
    variables.put("TRUSTED_PROXIES", "127.0.0.0/8");
    variables.put("OPERATOR_TOKEN", SearchPart.TOKEN);
    return variables;
  }

  /** For each run one; pgbench adds the number of the client. */
  int nextSeries() {
    series += SERIES_A_RUN;
    return series;
  }

  Searching searching(String token) {
    return new Searching(generator, folder, token);
  }

  Wrk wrk() {
    return new Wrk(generator, folder);
  }

  Pgbench pgbench() {
    return new Pgbench(generator, folder, store);
  }

  /** CPU time up to now, in microseconds, without the generator's. */
  Cost used(Service service) {
    return new Cost(service.cpu(), store.cpu(), 0, standIn.cpu());
  }

  Cost usedByDatabase() {
    return new Cost(0, store.cpu(), 0, 0);
  }

  Project project() {
    return project;
  }

  Plan plan() {
    return plan;
  }

  Store store() {
    return store;
  }

  /** For files of the measurement; gone at the end. */
  Path folder() {
    return folder;
  }
}
