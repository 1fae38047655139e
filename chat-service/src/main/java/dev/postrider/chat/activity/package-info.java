/** How much is written on an installation: counted, without a word of what is said. */
@NullMarked
package dev.postrider.chat.activity;

import org.jspecify.annotations.NullMarked;
