package com.ecom.signup.http;

import com.ecom.signup.template.Texts;
import com.ecom.signup.transfer.Counts;
import com.ecom.signup.transfer.Fault;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of a file, or would.
 *
 * @param good whether it is of use
 * @param counts of its rows; none where it is not
 * @param faults that were found, the first hundred
 * @param done where the import is; empty if there is none
 * @param part whether script of the page asks
 */
record ImportOutcomeView(
    ConsoleFrame around,
    boolean good,
    String title,
    String lead,
    Counts counts,
    List<Row> faults,
    String done,
    boolean part)
    implements ConsoleView {
  @Override
  public String template() {
    return part ? "console-import-result.html" : "console-import-outcome.html";
  }

  /**
   * What is wrong.
   *
   * @param place a line, or a column
   */
  public record Row(String place, String what) {
    /** Of a row that would be refused. */
    static Row of(long line, List<Fault> faults, Texts texts) {
      return new Row(
          texts.get("imports_line", line),
          faults.stream().map(Row::written).collect(Collectors.joining("; ")));
    }

    private static String written(Fault fault) {
      return (fault.field().isEmpty() ? "" : fault.field() + ": ") + fault.message();
    }
  }

  public String rows() {
    return count(counts.rows());
  }

  public String added() {
    return count(counts.added());
  }

  public String same() {
    return count(counts.same());
  }

  public String refused() {
    return count(counts.refused());
  }

  private String count(long number) {
    return new Figures(frame().language()).count(number);
  }
}
