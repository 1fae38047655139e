/** What the tests of auth-service share: a clock that moves, a person who signs in, the records on the control topic. */
@NullMarked
package dev.postrider.auth.support;

import org.jspecify.annotations.NullMarked;
