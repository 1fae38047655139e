/** What a native program would miss, because nobody calls it by name, is registered. */
@NullMarked
package dev.postrider.deployment.nativeimage;

import org.jspecify.annotations.NullMarked;
