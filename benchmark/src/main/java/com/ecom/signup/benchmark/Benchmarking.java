package com.ecom.signup.benchmark;

import java.io.IOException;
import java.util.Optional;

/** Carries out a plan: measures, then writes down what was found. */
final class Benchmarking {

  private final Project project;
  private final Plan plan;
  private final Cleanup cleanup;
  private final Findings findings = new Findings();

  Benchmarking(Project project, Plan plan, Cleanup cleanup) {
    this.project = project;
    this.plan = plan;
    this.cleanup = cleanup;
  }

  /**
   * @return the table
   * @throws WrongAnswer when any answer was wrong
   */
  String run() throws IOException {
    Programs.check();
    Optional<Result> baseline = Result.read(new ResultFiles(project.baseline()).json());
    // Before the processes, so as to be closed after them.
    Limits limits = cleanup.add(new Limits(ControlGroup.USUAL_MOUNT, findings));
    note(cleanup.add(HugePages.reserve(Store.BUFFERS)));
    Bench bench = Bench.open(project, plan, cleanup);
    measure(bench, limits);
    Result result = result(bench);
    String text = new Report(result, baseline).text();
    new ResultFiles(plan.output()).write(result, text);
    if (plan.baseline()) {
      new ResultFiles(project.baseline()).write(result, text);
    }
    return text;
  }

  private void note(HugePages pages) {
    findings.note(
        pages.areEnough()
            ? "PostgreSQL's buffers are in huge pages, as on RDS."
            : "PostgreSQL's buffers are in small pages; on RDS they are in huge ones.");
  }

  private void measure(Bench bench, Limits limits) {
    if (plan.parts().contains(Part.LOAD)) {
      new LoadPart(bench, findings).measure();
    }
    if (plan.parts().contains(Part.START)) {
      new StartPart(bench, findings, limits).measure();
    }
    if (plan.parts().contains(Part.QUARTER)) {
      new QuarterPart(bench, findings, limits).measure();
    }
    if (plan.parts().contains(Part.IMPORT)) {
      new ImportPart(bench, findings).measure();
    }
    plan.growth().ifPresent(customers -> new GrowthPart(bench, findings, customers).measure());
    if (plan.jmh()) {
      new HotPartsPart(plan, findings, bench.folder()).measure();
    }
  }

  private Result result(Bench bench) throws IOException {
    Ratios.addTo(findings, plan.compared());
    return new Result(
        Machine.describe(project, bench.store().description()),
        plan.pace(),
        plan.compared(),
        findings.runs(),
        findings.figures(),
        findings.hotParts(),
        Targets.of(findings, plan.compared(), Launch.asShipped(project)),
        findings.notes());
  }
}
