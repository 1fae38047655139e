package dev.postrider.e2e.isolation;

/** What somebody is to a room; in the order of the table's columns. */
enum Actor {
    ANONYMOUS,
    STRANGER,
    FORMER,
    READER,
    MEMBER,
    ADMIN,
    OWNER,
    ADMINISTRATOR
}
