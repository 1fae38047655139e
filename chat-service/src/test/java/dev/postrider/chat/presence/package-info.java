@NullMarked
package dev.postrider.chat.presence;

import org.jspecify.annotations.NullMarked;
