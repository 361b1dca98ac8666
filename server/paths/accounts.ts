import type { Id } from "./roots.ts";

/** Addresses of signing in and of one's own account. */
export const accountPaths = {
  signIn: () => "/sign-in",
  signOut: () => "/sign-out",
  session: () => "/session",
  invitation: (token: string) => `/invitations/${token}`,
  newPasswordReset: () => "/password-resets/new",
  passwordResets: () => "/password-resets",
  passwordReset: (token: string) => `/password-resets/${token}`,
  profile: () => "/profile",
  password: () => "/profile/password",
  editPassword: () => "/profile/password/edit",
  notifications: () => "/profile/notifications",
  projectNotifications: (projectId: Id) => `/projects/${projectId}/notifications`,
  editProjectNotifications: (projectId: Id) => `/projects/${projectId}/notifications/edit`,
  sessionClosure: (session: Id) => `/profile/sessions/${session}/closure`,
  otherSessionsClosure: () => "/profile/sessions/closure",
};
