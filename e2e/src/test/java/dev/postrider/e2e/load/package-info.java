/** Many simulated people on real sockets, bounded and seeded, each of whom keeps a complete log. */
@NullMarked
package dev.postrider.e2e.load;

import org.jspecify.annotations.NullMarked;
