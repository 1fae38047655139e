@NullMarked
package dev.postrider.stack.server;

import org.jspecify.annotations.NullMarked;
