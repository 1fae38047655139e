/** The published language of Postrider: what crosses a socket, a topic or a service boundary, and nothing else. */
@NullMarked
package dev.postrider.contracts;

import org.jspecify.annotations.NullMarked;
