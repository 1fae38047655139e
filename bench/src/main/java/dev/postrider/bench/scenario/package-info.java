/** What is measured, one class a scenario. */
@NullMarked
package dev.postrider.bench.scenario;

import org.jspecify.annotations.NullMarked;
