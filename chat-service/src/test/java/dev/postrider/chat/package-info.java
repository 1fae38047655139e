/** The rules of the house and the settings. */
@NullMarked
package dev.postrider.chat;

import org.jspecify.annotations.NullMarked;
