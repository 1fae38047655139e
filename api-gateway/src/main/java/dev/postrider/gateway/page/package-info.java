/** The exported page with its hashes, held in memory, every file with the policy that it satisfies. */
@NullMarked
package dev.postrider.gateway.page;

import org.jspecify.annotations.NullMarked;
