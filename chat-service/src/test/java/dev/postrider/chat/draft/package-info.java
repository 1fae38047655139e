@NullMarked
package dev.postrider.chat.draft;

import org.jspecify.annotations.NullMarked;
