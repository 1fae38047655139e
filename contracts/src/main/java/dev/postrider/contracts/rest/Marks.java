package dev.postrider.contracts.rest;

import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;

@Doc("How far somebody has read, and how far a device of theirs has received; read implies delivered.")
public record Marks(
        @Is(Shape.USER_ID) String user,
        @Is(Shape.MARK) long read,
        @Is(Shape.MARK) long delivered) {}
