package dev.postrider.contracts.rest;

import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("Entries rising by position, folded up to asOf.")
public record Page(
        List<Entry> messages,
        @Is(Shape.MARK) long asOf,

        @Doc("More in the direction asked; older ones for none and around.")
        boolean hasMore,

        @Doc("Newer ones; with around.") @Nullable Boolean hasMoreAfter) {}
