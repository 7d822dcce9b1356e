package com.ecom.signup.batch;

import com.ecom.signup.database.RefusedByDatabaseException;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Writes a batch in which the database may refuse one: then each is written alone, so that the one
 * hurts nobody else.
 *
 * @param what a row of the batch is, for the log
 * @param write writes a batch, all of it or nothing; the answers in the order of the questions
 * @param refused what is answered for one that the database refuses
 */
public record OneByOne<Q, A>(String what, Function<List<Q>, List<A>> write, A refused) {
  private static final Logger LOG = Logger.getLogger(OneByOne.class);

  /** Writes them. */
  public List<A> apply(List<Q> batch) {
    try {
      return write.apply(batch);
    } catch (RefusedByDatabaseException e) {
      if (batch.size() == 1) {
        LOG.errorf("The database refused a %s (SQLSTATE %s)", what, e.sqlState());
        return List.of(refused);
      }
      return batch.stream().flatMap(one -> apply(List.of(one)).stream()).toList();
    }
  }
}
