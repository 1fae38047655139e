/** Pure: what the log does to messages, registers and memberships, in any order and any number of times. */
@NullMarked
package dev.postrider.history.fold;

import org.jspecify.annotations.NullMarked;
