/** The checker: a pure function from what clients, history, database and log say to the promises that were broken. */
@NullMarked
package dev.postrider.e2e.check;

import org.jspecify.annotations.NullMarked;
