/** Tests of people's own streams against a real database. */
@NullMarked
package dev.postrider.chat.own;

import org.jspecify.annotations.NullMarked;
