package com.ecom.signup.benchmark;

/** CPU time of a request in microseconds; 0 for what took no part. */
record Cost(double service, double database, double generator, double standIn) {

  Cost over(long requests) {
    return new Cost(
        service / requests, database / requests, generator / requests, standIn / requests);
  }

  Cost minus(Cost earlier) {
    return new Cost(
        service - earlier.service,
        database - earlier.database,
        generator - earlier.generator,
        standIn - earlier.standIn);
  }

  Cost withGenerator(double micros) {
    return new Cost(service, database, micros, standIn);
  }
}
