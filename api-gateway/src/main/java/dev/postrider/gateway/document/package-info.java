/** What the installation tells about itself: its version and the descriptions of its interfaces. */
@NullMarked
package dev.postrider.gateway.document;

import org.jspecify.annotations.NullMarked;
