package dev.postrider.chat.rest;

import io.restassured.response.ValidatableResponse;

/** What people do to rooms, in words. */
final class RoomCalls {
    private RoomCalls() {}

    static String room(String owner, String name, String visibility, String settings) {
        return Calls.as(owner)
                .body("{\"name\":\"%s\",\"visibility\":\"%s\",\"settings\":%s}".formatted(name, visibility, settings))
                .post("/api/rooms")
                .then()
                .statusCode(201)
                .extract()
                .path("room.id");
    }

    static String open(String owner, String name) {
        return room(owner, name, "public", "{}");
    }

    static String closed(String owner) {
        return room(owner, "the shed", "private", "{}");
    }

    static ValidatableResponse see(String room, String user) {
        return Calls.as(user).get("/api/rooms/" + room).then();
    }

    static ValidatableResponse change(String room, String by, String patch) {
        return Calls.as(by).body(patch).patch("/api/rooms/" + room).then();
    }

    static ValidatableResponse delete(String room, String by) {
        return Calls.as(by).delete("/api/rooms/" + room).then();
    }

    static ValidatableResponse join(String room, String user) {
        return Calls.as(user).post("/api/rooms/" + room + "/join").then();
    }

    static ValidatableResponse leave(String room, String user) {
        return Calls.as(user).post("/api/rooms/" + room + "/leave").then();
    }

    static ValidatableResponse add(String room, String by, String... users) {
        return Calls.as(by)
                .body("{\"users\":[\"" + String.join("\",\"", users) + "\"]}")
                .post("/api/rooms/" + room + "/members")
                .then();
    }

    static ValidatableResponse appoint(String room, String by, String user, String role) {
        return Calls.as(by)
                .body("{\"role\":\"" + role + "\"}")
                .put("/api/rooms/" + room + "/members/" + user)
                .then();
    }

    static ValidatableResponse remove(String room, String by, String user) {
        return Calls.as(by).delete("/api/rooms/" + room + "/members/" + user).then();
    }

    static ValidatableResponse ban(String room, String by, String user) {
        return Calls.as(by)
                .delete("/api/rooms/" + room + "/members/" + user + "?ban=true")
                .then();
    }

    static ValidatableResponse send(String conversation, String user) {
        return Calls.as(user)
                .body("{\"body\":\"hello\"}")
                .post("/api/conversations/" + conversation + "/messages")
                .then();
    }
}
