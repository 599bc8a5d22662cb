package dev.gdwire.client;

import dev.gdwire.protocol.FromGodot;
import dev.gdwire.protocol.FromJava;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Request;

/** Messages of a protocol written by hand, as the generator would: each has one property. */
public sealed interface Toy extends Message {
    /** Either side says it. */
    record Say(String text) implements Toy, FromJava, FromGodot {}

    /** Java only. */
    record Show(String text) implements Toy, FromJava {}

    /** Godot only. */
    record Moved(long n) implements Toy, FromGodot {}

    /** Java asks ... */
    record Ask(long n) implements Toy, FromJava, Request<Answer> {}

    /** ... and Godot answers. */
    record Answer(long n) implements Toy, FromGodot {}

    /** Godot asks ... */
    record Query(long n) implements Toy, FromGodot, Request<Info> {}

    /** ... and Java answers. */
    record Info(long n) implements Toy, FromJava {}
}
