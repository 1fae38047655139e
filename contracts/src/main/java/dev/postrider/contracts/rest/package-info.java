/** Bodies of the public REST interface and the problems it answers with. */
@NullMarked
package dev.postrider.contracts.rest;

import org.jspecify.annotations.NullMarked;
