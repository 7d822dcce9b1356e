package com.ecom.signup.infra;

import java.nio.file.Path;
import software.amazon.awscdk.App;

/** Both environments and the pipeline between them. */
final class SignupApp {
  private final App app;

  SignupApp(Parameters parameters, Path repository, Path output) {
    app = App.Builder.create().outdir(output.toString()).analyticsReporting(false).build();
    TaskTemplate template = TaskTemplate.in(repository.resolve("taskdef.json"));
    Environment dev = Environment.of("dev", parameters);
    Environment prod = Environment.of("prod", parameters);
    new EnvironmentStack(app, dev, template);
    new EnvironmentStack(app, prod, template);
    new PipelineStack(app, parameters, dev, prod);
    Reasons.give(app);
  }

  App app() {
    return app;
  }
}
