/** Those who do harm, from this machine to this machine, bounded in count and time. */
@NullMarked
package dev.postrider.bench.abuse;

import org.jspecify.annotations.NullMarked;
