/** Figures as table, CSV and drawing, and beside those of an earlier run. */
@NullMarked
package dev.postrider.bench.report;

import org.jspecify.annotations.NullMarked;
