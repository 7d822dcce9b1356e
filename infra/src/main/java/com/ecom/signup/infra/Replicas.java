package com.ecom.signup.infra;

/** How many tasks there are, in quiet and in busy times. */
record Replicas(int least, int most) {
  Replicas {
    if (least < 2 || most < least) {
      throw new BadParameterException(
          "%d to %d replicas make no sense; expected at least 2, one for each zone, and no fewer at most"
              .formatted(least, most));
    }
  }
}
