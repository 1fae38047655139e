/** Kafka, MariaDB and Redis from jars: each as its own process, ready when it answers its own protocol. */
@NullMarked
package dev.postrider.stack.server;

import org.jspecify.annotations.NullMarked;
