package com.ecom.signup.infra;

import java.nio.file.Path;

/** Writes the templates, or says in one line why it cannot. */
final class Main {
  private Main() {}

  /**
   * Arguments are the file of parameters, the repository that holds {@code taskdef.json}, and the
   * folder for the templates.
   */
  public static void main(String... arguments) {
    if (arguments.length != 3) {
      throw refuse("expected a file of parameters, the repository and a folder for the templates");
    }
    try {
      SignupApp app =
          new SignupApp(
              Parameters.in(Path.of(arguments[0])), Path.of(arguments[1]), Path.of(arguments[2]));
      app.app().synth();
    } catch (BadParameterException e) {
      throw refuse(String.valueOf(e.getMessage()));
    }
  }

  private static IllegalStateException refuse(String reason) {
    System.err.println("The templates cannot be written: " + reason);
    System.exit(1);
    return new IllegalStateException("the process has ended");
  }
}
