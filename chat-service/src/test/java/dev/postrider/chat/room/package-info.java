@NullMarked
package dev.postrider.chat.room;

import org.jspecify.annotations.NullMarked;
