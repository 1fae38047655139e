/** What a careful client makes of pages, syncs and live frames, by the rules of the contract and nothing else. */
@NullMarked
package dev.postrider.testkit.fold;

import org.jspecify.annotations.NullMarked;
