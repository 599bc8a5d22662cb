package dev.gdwire.protocol.core;

import org.jspecify.annotations.Nullable;

/** Tells the peer that a line of its could not be used. */
public record Error(ErrorCode code, String message, @Nullable String path)
        implements CoreFromJava, CoreFromGodot {}
