/** What sockets of every service do alike. */
@NullMarked
package dev.postrider.base.socket;

import org.jspecify.annotations.NullMarked;
