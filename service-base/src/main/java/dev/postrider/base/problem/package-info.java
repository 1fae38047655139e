/** Answers every error as RFC 9457 problem+json, and never with a stack trace, class name or SQL. */
@NullMarked
package dev.postrider.base.problem;

import org.jspecify.annotations.NullMarked;
