package com.ecom.signup.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names that are written nearly so, for when nobody has the name that was typed. The names that
 * begin with the same two letters are read off the index, from one to the next different one, and
 * compared by their trigrams, as the extension pg_trgm would; its own index would cost every
 * registration more than half of what it costs now, and this needs no extension.
 */
public final class NearNames {
  private static final int MOST_WORDS = 2000;
  private static final int MOST_NEAR = 3;
  private static final double LEAST_LIKENESS = 0.3;

  private NearNames() {}

  /** Other names to look for, the likest first. */
  public static List<SearchTerm.Name> of(Connection connection, SearchTerm.Name name)
      throws SQLException {
    int space = name.text().indexOf(' ');
    String rest = space < 0 ? "" : name.text().substring(space);
    List<Near> near = new ArrayList<>();
    near.addAll(near(connection, Search.LAST_NAME, name.text()));
    near.addAll(near(connection, Search.FIRST_NAME, name.text()));
    return near.stream()
        .sorted(Comparator.comparingDouble(Near::likeness).reversed())
        .map(Near::word)
        .distinct()
        .limit(MOST_NEAR)
        .map(word -> new SearchTerm.Name(word + rest))
        .toList();
  }

  private record Near(String word, double likeness) {}

  private static List<Near> near(Connection connection, String key, String typed)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(words(key))) {
      new Parameters(statement).text(typed).text(typed).number(MOST_WORDS);
      List<Near> near = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          double likeness = likeness(row.getString(1), row.getString(2));
          if (likeness >= LEAST_LIKENESS) {
            near.add(new Near(row.getString(1), likeness));
          }
        }
      }
      return near;
    }
  }

  /** From a word to the next: a space follows a word, and nothing else sorts as low. */
  private static String words(String key) {
    return """
    with recursive typed as (
      select left(split_part(customer.plain(?), ' ', 1), 2) as beginning
    ),
    word (word) as (
      (select split_part(%1$s, ' ', 1)
      from customer.cust_registration
      where %1$s collate "C" >= (select beginning from typed)
        and %1$s collate "C" < (select beginning || chr(1114111) from typed)
      order by %1$s collate "C"
      limit 1)
      union all
      select (
        select split_part(%1$s, ' ', 1)
        from customer.cust_registration
        where %1$s collate "C" >= word.word || '!'
          and %1$s collate "C" < (select beginning || chr(1114111) from typed)
        order by %1$s collate "C"
        limit 1)
      from word
      where word.word is not null
    )
    select word, split_part(customer.plain(?), ' ', 1)
    from word
    where word is not null
    limit ?
    """
        .formatted(key);
  }

  /** How much of their trigrams two words share, from 0 to 1. */
  static double likeness(String one, String other) {
    Set<String> ours = trigrams(one);
    Set<String> theirs = trigrams(other);
    Set<String> all = new HashSet<>(ours);
    all.addAll(theirs);
    ours.retainAll(theirs);
    return (double) ours.size() / all.size();
  }

  private static Set<String> trigrams(String word) {
    String padded = "  " + word + " ";
    Set<String> trigrams = new HashSet<>();
    for (int i = 0; i + 3 <= padded.length(); i++) {
      trigrams.add(padded.substring(i, i + 3));
    }
    return trigrams;
  }
}
