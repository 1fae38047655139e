/** Real Kafka, MariaDB and Redis for tests: started once per JVM, ready when they answer, and breakable on purpose. */
@NullMarked
package dev.postrider.testkit.server;

import org.jspecify.annotations.NullMarked;
