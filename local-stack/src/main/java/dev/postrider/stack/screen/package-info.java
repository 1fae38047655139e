/** What people see in the terminal: progress while starting, crashes while running, always plain where it is no terminal. */
@NullMarked
package dev.postrider.stack.screen;

import org.jspecify.annotations.NullMarked;
