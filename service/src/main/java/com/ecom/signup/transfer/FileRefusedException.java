package com.ecom.signup.transfer;

import java.util.List;

/** A file is refused as a whole, or from a place on. */
public final class FileRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient List<Mark> marks;

  FileRefusedException(List<Mark> marks) {
    super("the file is refused: " + marks.getFirst().flaw());
    this.marks = List.copyOf(marks);
  }

  FileRefusedException(Flaw flaw, long line) {
    this(List.of(new Mark(flaw, "line " + line)));
  }

  /**
   * One reason.
   *
   * @param place the name of a column, or a line
   */
  public record Mark(Flaw flaw, String place) {}

  public List<Mark> marks() {
    return marks;
  }
}
