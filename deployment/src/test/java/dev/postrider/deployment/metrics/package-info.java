/** What is watched: names that are documented, queries that answer, alerts that fire and lead somewhere. */
@NullMarked
package dev.postrider.deployment.metrics;

import org.jspecify.annotations.NullMarked;
