/** What travels over a socket and stands in the log, as sealed records with one codec each. */
@NullMarked
package dev.postrider.contracts.frame;

import org.jspecify.annotations.NullMarked;
