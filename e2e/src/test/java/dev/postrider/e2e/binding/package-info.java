/** What the services read from and write as JSON while the scenarios run, held against what native images know of. */
@NullMarked
package dev.postrider.e2e.binding;

import org.jspecify.annotations.NullMarked;
