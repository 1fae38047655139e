package dev.postrider.bench.scenario;

import dev.postrider.bench.Options;
import dev.postrider.bench.people.People;
import dev.postrider.bench.report.Results;
import dev.postrider.bench.suite.BenchSuite;
import io.vertx.core.Vertx;

/** What a scenario stands on. */
public record Stage(BenchSuite suite, People people, Vertx vertx, Options options, Results results) {}
